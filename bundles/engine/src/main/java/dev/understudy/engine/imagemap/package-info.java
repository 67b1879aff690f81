/** Image maps: areas of HTML, how they are read and written, and how they follow the image through its transforms. */
@NullMarked
package dev.understudy.engine.imagemap;

import org.jspecify.annotations.NullMarked;
