/** Files of other servers that are kept on disk, and the fetches that bring them: what foreign images and roots on stores share. */
@NullMarked
package dev.understudy.source.keep;

import org.jspecify.annotations.NullMarked;
