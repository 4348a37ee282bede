"""What each command prints: one module a group of commands; `cli` parses, these call and print."""
