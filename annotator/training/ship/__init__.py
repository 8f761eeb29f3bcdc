"""From a trained network to the pipeline that ships."""
