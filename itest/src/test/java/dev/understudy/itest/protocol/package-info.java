/** What every server must answer, whatever it runs in. */
@NullMarked
package dev.understudy.itest.protocol;

import org.jspecify.annotations.NullMarked;
