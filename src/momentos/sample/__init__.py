"""The sample company: an invented retailer whose every truth is known, made by a seeded generator."""

from momentos.sample.loading import SAMPLE_AUTHOR, empty_sample, is_sample, load_sample

__all__ = ["SAMPLE_AUTHOR", "empty_sample", "is_sample", "load_sample"]
