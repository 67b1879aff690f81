/** Hundreds of damaged and lying image files, made by the tests out of the samples, against a running server. */
@NullMarked
package dev.understudy.itest.hostile;

import org.jspecify.annotations.NullMarked;
