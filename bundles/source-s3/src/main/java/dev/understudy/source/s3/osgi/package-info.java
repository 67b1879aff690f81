/** Registers what opens buckets as a service. */
@NullMarked
package dev.understudy.source.s3.osgi;

import org.jspecify.annotations.NullMarked;
