/** Images that are saved to files of the server: who may have that done, where they go, and how they get there whole. */
@NullMarked
package dev.understudy.engine.save;

import org.jspecify.annotations.NullMarked;
