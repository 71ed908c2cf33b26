"""Strange files are looked at by child processes with little memory and time, and nothing else."""
