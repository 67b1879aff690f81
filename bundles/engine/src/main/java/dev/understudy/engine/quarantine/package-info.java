/** Sources that failed, remembered so that they are not decoded again for every request. */
@NullMarked
package dev.understudy.engine.quarantine;

import org.jspecify.annotations.NullMarked;
