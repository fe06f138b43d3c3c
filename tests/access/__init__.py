"""Whether everybody can use the pages: rules of axe-core, own detectors, paper."""
