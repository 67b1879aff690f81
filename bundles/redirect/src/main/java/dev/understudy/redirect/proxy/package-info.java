/** Jetty's proxy, set up to pass requests and answers on unchanged, once and no further. */
@NullMarked
package dev.understudy.redirect.proxy;

import org.jspecify.annotations.NullMarked;
