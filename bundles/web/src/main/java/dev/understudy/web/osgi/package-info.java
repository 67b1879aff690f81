/** The page and its settings as Declarative Services components. */
@NullMarked
package dev.understudy.web.osgi;

import org.jspecify.annotations.NullMarked;
