"""The list of the agency's personnel, as spreadsheets bring it. Pure."""
