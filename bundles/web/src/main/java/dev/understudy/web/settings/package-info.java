/** The settings of the page. */
@NullMarked
package dev.understudy.web.settings;

import org.jspecify.annotations.NullMarked;
