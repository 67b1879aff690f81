/** The page and what it asks for, over HTTP. */
@NullMarked
package dev.understudy.web.handler;

import org.jspecify.annotations.NullMarked;
