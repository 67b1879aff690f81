/** The color profiles that catalogs name, from files to what images need of them. */
@NullMarked
package dev.understudy.engine.profile;

import org.jspecify.annotations.NullMarked;
