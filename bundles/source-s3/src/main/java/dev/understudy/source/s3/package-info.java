/** Roots on S3, and on whatever else speaks its protocol. */
@NullMarked
package dev.understudy.source.s3;

import org.jspecify.annotations.NullMarked;
