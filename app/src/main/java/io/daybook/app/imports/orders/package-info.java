/**
 * Past invoices as CSV, in the shape of the UCI Online Retail data set: one row per line of an invoice, credit notes and stock
 * corrections among them. Read twice: first to learn which products and how much opening stock the invoices need, then to send them.
 */
@NullMarked
package io.daybook.app.imports.orders;

import org.jspecify.annotations.NullMarked;
