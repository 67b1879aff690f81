/** The files of the page, as replies. */
@NullMarked
package dev.understudy.web.page;

import org.jspecify.annotations.NullMarked;
