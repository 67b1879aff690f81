/** The settings of redirect on error, checked. */
@NullMarked
package dev.understudy.redirect.settings;

import org.jspecify.annotations.NullMarked;
