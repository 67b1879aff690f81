/** What the page is told of commands and of images, as JSON. */
@NullMarked
package dev.understudy.web.listing;

import org.jspecify.annotations.NullMarked;
