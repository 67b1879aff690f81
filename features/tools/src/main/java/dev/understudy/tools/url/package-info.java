/** Requests in lists of URLs and in access logs. */
@NullMarked
package dev.understudy.tools.url;

import org.jspecify.annotations.NullMarked;
