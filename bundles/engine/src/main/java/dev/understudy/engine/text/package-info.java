/** Text set in lines and drawn. */
@NullMarked
package dev.understudy.engine.text;

import org.jspecify.annotations.NullMarked;
