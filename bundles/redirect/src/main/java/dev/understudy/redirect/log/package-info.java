/** The record of forwards: the fields of the access log for each, and counts for all. */
@NullMarked
package dev.understudy.redirect.log;

import org.jspecify.annotations.NullMarked;
