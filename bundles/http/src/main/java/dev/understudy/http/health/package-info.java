/** How the server is, for those who watch it. */
@NullMarked
package dev.understudy.http.health;

import org.jspecify.annotations.NullMarked;
