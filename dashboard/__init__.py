"""The pages of the control room and their HTTP interface."""
