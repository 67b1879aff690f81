/** Opens the files that catalogs and requests name, under the configured folders only. */
@NullMarked
package dev.understudy.source.file;

import org.jspecify.annotations.NullMarked;
