/** Catalogs as one request has them: all that such a view leaves as it is. */
@NullMarked
package dev.understudy.protocol.view;

import org.jspecify.annotations.NullMarked;
