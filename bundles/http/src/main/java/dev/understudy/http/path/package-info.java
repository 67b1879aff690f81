/** The paths of mounts, as those who mount and those who are mounted read them. */
@NullMarked
package dev.understudy.http.path;

import org.jspecify.annotations.NullMarked;
