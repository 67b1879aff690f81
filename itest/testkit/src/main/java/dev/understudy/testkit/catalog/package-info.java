/** Catalogs for tests, put together and inherited by the code that does it on a server. */
package dev.understudy.testkit.catalog;
