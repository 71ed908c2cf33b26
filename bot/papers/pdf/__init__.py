"""What PDFs are set from: fonts, styles, markup, rows, boxes, and the document around them.

Reportlab and the fonts cost a second and many megabytes: import this only where a paper is made.
"""
