/** The commands as services that the shells of Karaf and Felix find. */
@NullMarked
package dev.understudy.shell.osgi;

import org.jspecify.annotations.NullMarked;
