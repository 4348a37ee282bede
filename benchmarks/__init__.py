"""What `make bench` runs: how long grading takes, and what hostile submissions do, beside two other graders."""
