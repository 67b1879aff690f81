/** The values of commands that requests for images and for static content have in common. */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.protocol.command;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
