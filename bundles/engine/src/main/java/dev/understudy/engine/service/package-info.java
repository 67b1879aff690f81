/** The image service: stages from the log down to the renderer, and the ladder of stand-ins between them. */
@NullMarked
package dev.understudy.engine.service;

import org.jspecify.annotations.NullMarked;
