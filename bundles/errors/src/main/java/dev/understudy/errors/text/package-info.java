/** Failures as text and property data, in the form that the request asked for. */
@NullMarked
package dev.understudy.errors.text;

import org.jspecify.annotations.NullMarked;
