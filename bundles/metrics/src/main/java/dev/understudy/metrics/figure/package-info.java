/** Series that are read when somebody asks for them: the state of the server, from the services that know it. */
@NullMarked
package dev.understudy.metrics.figure;

import org.jspecify.annotations.NullMarked;
