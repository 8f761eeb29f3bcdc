"""From labelled clauses to the pipeline that ships: ``python -m annotator.training``.

The steps are the commands of :mod:`~annotator.training.__main__`, in the order in which they run:
``data`` joins labels to clauses, ``train`` fine-tunes the encoder with spaCy, ``export`` writes one
ONNX graph, ``calibrate`` fits what turns its logits into probabilities, ``evaluate`` measures it.
Needs the extra ``train``.
"""
