/** Images over HTTP: requests become calls of the image service, its answers become responses. */
@NullMarked
package dev.understudy.image.handler;

import org.jspecify.annotations.NullMarked;
