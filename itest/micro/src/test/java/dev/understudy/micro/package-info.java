/** Benchmarks of single steps, run by JMH. */
@NullMarked
package dev.understudy.micro;

import org.jspecify.annotations.NullMarked;
