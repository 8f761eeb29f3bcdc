"""What the commands of ``annotate`` print that is no annotation: templates, commitments."""
