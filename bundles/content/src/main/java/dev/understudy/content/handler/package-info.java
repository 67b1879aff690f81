/** Static content over HTTP. */
@NullMarked
package dev.understudy.content.handler;

import org.jspecify.annotations.NullMarked;
