/** The tool that sends the requests of an access log to a server again. */
@NullMarked
package dev.understudy.tools.playlog;

import org.jspecify.annotations.NullMarked;
