/** Fetches images of foreign servers, from addresses that are public or listed, and keeps them for as long as their servers say. */
@NullMarked
package dev.understudy.source.web;

import org.jspecify.annotations.NullMarked;
