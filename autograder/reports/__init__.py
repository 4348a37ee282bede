"""Instructor reports from saved `SubmissionReport`s; never grades again."""
