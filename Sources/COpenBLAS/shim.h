// The only door to OpenBLAS. `cblas.h` declares the CBLAS interface and the library's own queries
// (openblas_get_config, openblas_get_corename, openblas_set_num_threads).
//
// Debian's OpenBLAS holds LAPACK but no `lapacke.h`, so the Fortran routines that are used are declared here.
// Matrices are column-major, every argument is passed by reference, `info` is 0 on success, -i when argument
// i is wrong, and above 0 as said at each routine. The trailing `size_t`s are the lengths of the character
// arguments, which Fortran passes by value after all others; each of ours is one character long.
#ifndef DYADSCORE_COPENBLAS_SHIM_H
#define DYADSCORE_COPENBLAS_SHIM_H
#include <cblas.h>
#include <stddef.h>

// Eigenvalues (ascending, in w) and, for jobz "V", orthonormal eigenvectors (columns of a) of the symmetric
// matrix of which a holds the triangle uplo. info > 0: no convergence.
void dsyev_(const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w,
            double *work, const int *lwork, int *info, size_t, size_t);

// Cholesky factor of the symmetric matrix of which a holds the triangle uplo, written over that triangle.
// info = k > 0: the leading minor of order k is not positive.
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info, size_t);

// Solves A X = B (b, overwritten by X) from the factor of dpotrf.
void dpotrs_(const char *uplo, const int *n, const int *nrhs, const double *a, const int *lda, double *b,
             const int *ldb, int *info, size_t);

// The triangle uplo of the inverse of A from the factor of dpotrf, written over it. info > 0: zero diagonal.
void dpotri_(const char *uplo, const int *n, double *a, const int *lda, int *info, size_t);

// QR factorisation with column pivoting, A P = Q R: R in the upper triangle of a, Q as reflectors below it
// and in tau, and the (1-based) column of A that became column j of A P in jpvt[j]. jpvt[j] = 0 on entry
// leaves column j free to move.
void dgeqp3_(const int *m, const int *n, double *a, const int *lda, int *jpvt, double *tau, double *work,
             const int *lwork, int *info);

// QR factorisation A = Q R, as dgeqp3 writes it, with the columns as they are.
void dgeqrf_(const int *m, const int *n, double *a, const int *lda, double *tau, double *work, const int *lwork,
             int *info);

// C := op(Q) C for side "L", Q being held as reflectors by dgeqp3; op is the transpose for trans "T".
void dormqr_(const char *side, const char *trans, const int *m, const int *n, const int *k, const double *a,
             const int *lda, const double *tau, double *c, const int *ldc, double *work, const int *lwork,
             int *info, size_t, size_t);

// Solves the triangular system op(A) X = B (b, overwritten by X). info = k > 0: element (k, k) is zero.
void dtrtrs_(const char *uplo, const char *trans, const char *diag, const int *n, const int *nrhs,
             const double *a, const int *lda, double *b, const int *ldb, int *info, size_t, size_t, size_t);
#endif
