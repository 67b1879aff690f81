/** What the codecs that are there read and write. */
@NullMarked
package dev.understudy.engine.codec;

import org.jspecify.annotations.NullMarked;
