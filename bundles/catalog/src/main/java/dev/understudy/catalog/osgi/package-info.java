/** The catalog service as an OSGi component, and its configuration. */
@NullMarked
package dev.understudy.catalog.osgi;

import org.jspecify.annotations.NullMarked;
