/** The rules of the house, checked on what the build made of every bundle. */
@NullMarked
package dev.understudy.itest.house;

import org.jspecify.annotations.NullMarked;
