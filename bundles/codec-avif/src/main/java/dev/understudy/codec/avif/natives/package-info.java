/** AV1 by FFmpeg's libavcodec, behind the one interface that the codec knows. */
@NullMarked
package dev.understudy.codec.avif.natives;

import org.jspecify.annotations.NullMarked;
