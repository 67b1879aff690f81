/** Files under roots that are stores of objects outside this machine: fetched, kept on disk, and validated. */
@NullMarked
package dev.understudy.source.store;

import org.jspecify.annotations.NullMarked;
