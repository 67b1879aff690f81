/** Keys and certificates of the server: read from files, chosen by the name that a client asks for, read again when the files change. */
@NullMarked
package dev.understudy.http.tls;

import org.jspecify.annotations.NullMarked;
