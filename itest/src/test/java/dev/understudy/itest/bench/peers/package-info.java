/** How fast images are made that nobody has asked for yet, beside other servers and libraries. */
@NullMarked
package dev.understudy.itest.bench.peers;

import org.jspecify.annotations.NullMarked;
