/** Keys and certificates for tests. */
package dev.understudy.testkit.tls;
